using System.CommandLine;
using System.IO.Pipelines;
using Ledger.Export;
using Ledger.Reads;
using Ledger.Store;
using Spectre.Console;

namespace Ledger.Host;

/// <summary><c>export</c>: the same lines as <c>GET /api/export</c>, into a file or to standard output.</summary>
internal static class ExportCommand
{
    private static readonly Argument<FileInfo?> File = new("file")
    {
        Description = "Where to; left out, standard output. A file appears under its name once it is whole.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> From = Checked("--from", GetExport.From, "Begin with the act at this position, such as #1234.");

    private static readonly Option<string?> KnownAt = Checked(
        "--known-at", QueryParameter.KnownAt, "End with what was known at this instant or position; left out, now.");

    private static readonly Option<bool> Names = new("--names") { Description = "Also write names of persons." };

    public static Command Create(Option<string> tenant)
    {
        var command = new Command("export", "Writes a tenant's acts as NDJSON lines that import takes")
        {
            File, tenant, From, KnownAt, Names,
        };
        command.SetAction((parsed, cancellation) => CommandLine.With(services => Run(
            services, parsed.GetRequiredValue(tenant), parsed.GetValue(File), parsed.GetValue(From), parsed.GetValue(KnownAt),
            parsed.GetValue(Names), cancellation)));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, string tenant, FileInfo? file, string? from, string? knownAt,
        bool names, CancellationToken cancellation)
    {
        var clocks = services.GetRequiredService<ClockReader>();
        var (resolved, refusal) = await clocks.Resolve(
            tenant, knownAt is null ? null : KnownTime.Parse(knownAt), asOf: null, cancellation);
        if (resolved is null)
            return CommandLine.Failed($"{refusal!.Code}: {refusal.Facts}");
        var values = new Dictionary<string, string> { [QueryParameter.Names.Name] = names ? "true" : "false" };
        if (from is not null)
            values[GetExport.From.Name] = from;
        var question = new Question(
            tenant, resolved.Zone, resolved.AsOf, resolved.Position, resolved.KnownAt, Question.LimitDefault, null, values);
        var session = new ReadSession(
            services.GetRequiredService<LedgerDatabase>(), services.GetRequiredService<EventCodec>(), clocks, question);
        if ((await GetExport.Check(session, cancellation)).Refusal is { } beyond)
            return CommandLine.Failed($"{beyond.Code}: {beyond.Facts}");

        if (file is null)
        {
            await using var output = Console.OpenStandardOutput();
            await Write(session, output, cancellation);
            return 0;
        }

        // A run that breaks off leaves no file that could be taken for a whole one.
        var part = file.FullName + ".part";
        await using (var output = System.IO.File.Create(part))
            await Write(session, output, cancellation);
        System.IO.File.Move(part, file.FullName, overwrite: true);
        await Console.Error.WriteLineAsync($"{file.FullName}: the acts of '{tenant}' up to position {resolved.Position}.");
        return 0;
    }

    private static async Task Write(ReadSession session, Stream output, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("Exporting", maxValue: Math.Max(session.Question.Position, 1));
            var writer = PipeWriter.Create(output, new(leaveOpen: true));
            await GetExport.Write(session, writer, new Bar(bar), cancellation);
            await writer.CompleteAsync();
        });
    }

    private static Option<string?> Checked(string name, QueryParameter parameter, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && parameter.Breaks(text) is { } rule)
                result.AddError($"{name} {rule.En}.");
        });
        return option;
    }

    private sealed class Bar(ProgressTask bar) : IProgress<long>
    {
        public void Report(long value) => bar.Value = value;
    }
}
