namespace Ledger.Log;

/// <summary>How each kind of stream is folded; the kind is the part of a stream's name before the first slash.</summary>
public sealed class StreamCatalogue
{
    private readonly Dictionary<string, Fold> folds = [];

    public StreamCatalogue Add<TState>()
        where TState : class, IState<TState>
    {
        folds.Add(TState.Kind, new(typeof(TState), TState.Empty, (state, recorded) => ((TState)state).Apply(recorded)));
        return this;
    }

    public Fold Of(string stream) => folds[KindOf(stream)];

    public static string KindOf(string stream) => stream.Split('/', 2)[0];

    public sealed record Fold(Type State, object Empty, Func<object, Recorded, object> Apply);
}
