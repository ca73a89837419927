using System.CommandLine;
using Ledger.Messages;

namespace Ledger.Host;

internal static partial class CommandLine
{
    private static Command Messages() => new("messages", "Messages that failed and wait for somebody to look at them") { Dead(), Replay() };

    private static Command Dead()
    {
        var command = new Command("dead", "Lists them, with why they failed");
        command.SetAction((_, cancellation) => With(async services =>
        {
            var dead = await services.GetRequiredService<DeadLetters>().All(cancellation);
            foreach (var letter in dead)
                Say($"{letter.Id} {letter.Type} {letter.Body} sent {letter.SentAt}{(letter.Replayed ? ", replayed" : "")}\n"
                    + $"    {letter.ExceptionType}: {letter.ExceptionMessage}");
            return Done($"{dead.Count} failed.");
        }));
        return command;
    }

    private static Command Replay()
    {
        var id = new Argument<string?>("id") { Description = "One of them.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var command = new Command("replay", "Has them handled again by a running node") { id, all };
        command.SetAction((parsed, cancellation) => With(async services =>
        {
            var letters = services.GetRequiredService<DeadLetters>();
            var (named, every) = (parsed.GetValue(id), parsed.GetValue(all));
            if (named is null == !every)
                return Failed("Name one message, or say --all.");
            var one = Guid.TryParse(named, out var given) ? given : (Guid?)null;
            var chosen = (await letters.All(cancellation)).Select(l => l.Id).Where(l => every || l == one).ToList();
            if (named is not null && chosen.Count == 0)
                return Failed($"No failed message {named}.");
            if (chosen.Count > 0)
                await letters.Replay(chosen, cancellation);
            return Done($"{chosen.Count} to be handled again.");
        }));
        return command;
    }
}
