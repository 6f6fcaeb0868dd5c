using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Health;
using EngageBot.Host.Configuration;
using EngageBot.Host.Storage;
using Spectre.Console;

namespace EngageBot.Host.CommandLine;

/// <summary>Runs the commands about communities on the configured database.</summary>
internal static class CommunityRun
{
    private const string NoneKnown = "No community is known yet. Start the bot and add it to one: it shows up here as soon as something happens there.";

    public static async Task<int> RunAsync(Func<DbDataSource, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = ConfiguredDatabase.OpenExisting(NoneKnown);
            await Upgrade.RunAsync(database, cancellationToken);
            await work(database, cancellationToken);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"engagebot: {sentence.Text}");
            return sentence.Code;
        }
    }

    public static async Task ListAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var known = await new CommunitySwitch(database).ListAsync(cancellationToken);
        var conditions = await HealthStore.OpenAsync(database, cancellationToken);
        if (known.Count == 0)
        {
            Terminal.Output().WriteLine(NoneKnown);
        }
        else
        {
            Terminal.Output().Write(TableOf(known));
        }

        ConditionList.Write(Terminal.Output(), conditions);
    }

    private static Table TableOf(IReadOnlyList<CommunityState> known)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("ID", "Platform", "Channels", "The bot");
        foreach (var community in known)
        {
            table.AddRow(
                Markup.Escape(OneLine.Of(community.Id.Value)),
                community.Id.Platform.ToString(),
                $"{community.Channels:N0}",
                community.LiveSince is { } since ? $"is live since {since:yyyy-MM-dd HH:mm} UTC" : community.IsQuiet ? "was stopped by a moderator" : "observes");
        }

        return table;
    }

    public static async Task GoLiveAsync(DbDataSource database, string? id, CancellationToken cancellationToken)
    {
        var communities = new CommunitySwitch(database);
        var book = await BookAsync(database, cancellationToken);
        var community = await FindAsync(communities, id, cancellationToken);
        var rules = book.Of(community);
        await communities.GoLiveAsync(community, TimeProvider.System.GetUtcNow(), cancellationToken);
        var output = Terminal.Output();
        output.WriteLine($"The bot is live in {OneLine.Of(community.Value)}. To take it back: engagebot community observe {OneLine.Of(community.Value)}");
        if (rules.Approvals > 0)
        {
            output.WriteLine($"The first {rules.Approvals} messages of each kind wait until a moderator presses Send, where moderators hear from the bot and under /engage-mod queue.");
        }

        if (rules.PublicStep != PublicStep.Reply && rules.BoardChannel is null)
        {
            output.WriteLine(
                "There is no waiting board yet: in chat, press More under /engage-mod rules and name the channel that it is to stand in; "
                + "or set EngageBot:Rules:BoardChannel, and restart the bot.");
        }
    }

    public static async Task ObserveAsync(DbDataSource database, string? id, CancellationToken cancellationToken)
    {
        var communities = new CommunitySwitch(database);
        var community = await FindAsync(communities, id, cancellationToken);
        await communities.ObserveAsync(community, cancellationToken);
        Terminal.Output().WriteLine($"The bot only observes in {OneLine.Of(community.Value)} now, and takes away what stands there.");
    }

    /// <summary>The rules of all communities: those in the configuration, and what moderators set.</summary>
    public static async Task<RulesBook> BookAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var book = new RulesBook(database, HostConfiguration.Rules(), TimeProvider.System);
        await book.ReloadAsync(cancellationToken);
        return book;
    }

    /// <summary>The community that is meant.</summary>
    /// <exception cref="ConfigurationException">None is known, or it is not clear which is meant.</exception>
    public static async Task<CommunityId> FindAsync(CommunitySwitch communities, string? id, CancellationToken cancellationToken)
    {
        var known = await communities.ListAsync(cancellationToken);
        if (known.Count == 0)
        {
            throw new ConfigurationException(NoneKnown);
        }

        var meant = id is null ? known : [.. known.Where(community => community.Id.Value == id)];
        return meant switch
        {
            [var one] => one.Id,
            [] => throw new ConfigurationException($"No community has the id {OneLine.Of(id!)}. See: engagebot community list"),
            _ => throw new ConfigurationException("Several communities are known: say which by its id. See: engagebot community list"),
        };
    }
}
