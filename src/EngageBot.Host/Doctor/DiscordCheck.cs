using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Host.CommandLine;
using EngageBot.Host.Platforms.Discord;
using EngageBot.Pipeline;

namespace EngageBot.Host.Doctor;

/// <summary>Whether Discord lets the bot in, with the intents that are set, and what it may do in the channels that were told of last.</summary>
internal static class DiscordCheck
{
    private const int Named = 10;

    /// <param name="database">Null where there is none yet.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(DiscordSettings settings, CommunityRules rules, DbDataSource? database, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await DiscordConnection.OpenAsync(settings, new ChatEventQueue(), clock, cancellationToken);
            List<Finding> findings = [Finding.Fine("Discord: the token is right, and the intents are switched on.")];
            if (database is not null)
            {
                await connection.World.RestoreAsync(database, cancellationToken);
                var book = new RulesBook(database, rules, clock);
                await book.ReloadAsync(cancellationToken);
                findings.AddRange(Guilds(connection.World, book));
            }

            return findings;
        }
        catch (Exception fault) when (FaultSentence.Of(fault) is { } sentence)
        {
            return [Finding.Problem($"Discord: {sentence.Text}")];
        }
    }

    private static IEnumerable<Finding> Guilds(DiscordWorld world, RulesBook rules)
    {
        foreach (var (guild, channels) in world.TakeChanged(everything: true))
        {
            var problems = channels.Select(one => DiscordHealth.ProblemIn(one.Channel, one.Bot, rules)).OfType<string>().Select(sentence => Finding.Problem($"Discord server {guild}: {sentence}")).ToList();
            var unreadable = world.Unreadable(guild);
            yield return Finding.Fine($"Discord server {guild}: {channels.Count(one => one.Channel.HoldsMessages && one.Channel.Parent is null):N0} channels, as it was told last.");
            if (unreadable.Count > 0)
            {
                var names = string.Join(", ", unreadable.Take(Named).Select(name => "#" + OneLine.Of(name, 40)));
                yield return Finding.Note($"Discord server {guild}: the bot cannot read {names}{(unreadable.Count > Named ? $" and {unreadable.Count - Named:N0} more" : "")}. Where it should, give its role View Channel and Read Message History.");
            }

            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }
}
