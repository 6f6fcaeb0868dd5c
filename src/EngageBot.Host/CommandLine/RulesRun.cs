using System.Data.Common;
using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Host.Configuration;

namespace EngageBot.Host.CommandLine;

/// <summary>Runs the commands about a community's rules.</summary>
internal static class RulesRun
{
    public static async Task ExportAsync(DbDataSource database, string? id, string? output, CancellationToken cancellationToken)
    {
        var book = await CommunityRun.BookAsync(database, cancellationToken);
        var community = await CommunityRun.FindAsync(new CommunitySwitch(database), id, cancellationToken);
        var rules = RulesFile.Write(book.Of(community));
        if (output is null)
        {
            await Console.Out.WriteAsync(rules.AsMemory(), cancellationToken);
            return;
        }

        await File.WriteAllTextAsync(output, rules, cancellationToken);
        await Console.Out.WriteLineAsync($"The rules of {OneLine.Of(community.Value)} are in {output}.");
    }

    public static async Task ImportAsync(DbDataSource database, string file, string? id, CancellationToken cancellationToken)
    {
        var book = await CommunityRun.BookAsync(database, cancellationToken);
        var community = await CommunityRun.FindAsync(new CommunitySwitch(database), id, cancellationToken);
        var wanted = await RulesFile.ReadAsync(file, book.Defaults, cancellationToken);
        var outcome = await new RulesStore(database, book, TimeProvider.System).ChangeAsync(community, _ => wanted, RulesStore.File, cancellationToken);
        switch (outcome)
        {
            case RulesOutcome.Changed changed:
                await Console.Out.WriteLineAsync($"The rules of {OneLine.Of(community.Value)} are now those of {file}. Changed:");
                await WriteAsync(changed.Changes);
                break;
            case RulesOutcome.Same:
                await Console.Out.WriteLineAsync($"The rules of {OneLine.Of(community.Value)} were like that already. Nothing was changed.");
                break;
            case RulesOutcome.Refused refused:
                throw new RulesException($"{file}: {refused.Reason}");
            case RulesOutcome.Overtaken:
                throw new RulesException("Somebody else is changing these rules right now. Nothing was changed; try again.");
            default:
                throw new UnreachableException(outcome.GetType().Name);
        }
    }

    public static async Task<int> CheckAsync(string file, CancellationToken cancellationToken)
    {
        var defaults = HostConfiguration.Rules();
        var wanted = await RulesFile.ReadAsync(file, defaults, cancellationToken);
        var changes = RulesFile.Compare(defaults, wanted);
        await Console.Out.WriteLineAsync(changes.Count == 0 ? $"{file} can be used; it says what the configuration says." : $"{file} can be used. Other than the configuration:");
        await WriteAsync(changes);
        if (wanted.PromoterNote && !defaults.PromoterNote)
        {
            await Console.Out.WriteLineAsync("promoterNote: a community takes it only once its moderators decided about 20 posts in the queue, and agreed with nine in ten.");
        }

        return ExitCode.Done;
    }

    private static async Task WriteAsync(IReadOnlyList<RuleChange> changes)
    {
        foreach (var change in changes)
        {
            await Console.Out.WriteLineAsync($"  {OneLine.Of(change.ToString(), 400)}");
        }
    }
}
