using Ledger.Log;

namespace Ledger.Views;

/// <summary>Every view, in the order of registration.</summary>
public sealed class ViewCatalogue
{
    private readonly List<IView> views = [];

    public IReadOnlyList<IView> Views => views;

    public IEnumerable<string> Names => views.Select(v => v.Name).Distinct();

    public ViewCatalogue Add(IView view)
    {
        views.Add(view);
        return this;
    }

    public ViewCatalogue Add<TState, TRow>(string name, Table<TRow> table, Func<TState, IEnumerable<TRow>> rows)
        where TState : class, IState<TState>
        where TRow : notnull => Add(new StateView<TState, TRow>(name, table, rows));

    public void Project(Step step, Changes changes)
    {
        foreach (var view in views)
            view.Project(step, changes);
    }
}
