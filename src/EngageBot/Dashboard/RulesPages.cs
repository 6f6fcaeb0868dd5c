using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Outbox;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>The rules, their history, and what goes with them.</summary>
internal sealed class RulesPages(DbDataSource database, RulesBook book, RulesStore store, ChannelNames names, MaySee maySee, TextRetention retention)
{
    private const int MostChanges = 20;
    private const int LongestName = 40;
    private const int LongestChange = 200;
    private const int LongestText = 120;

    /// <summary>More would be no page that anybody reads; each of the others can be chosen in the form.</summary>
    private const int MostChannels = 60;

    public async Task<RulesModel> ReadAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        await book.RefreshAsync(cancellationToken);
        var members = await NamesAsync(by.Community, cancellationToken);
        var rules = book.Of(by.Community);
        var history = await store.HistoryAsync(by.Community, MostChanges, cancellationToken);
        return new RulesModel(
            [.. RulesForms.Names.Select(name => RulesForms.Of(name, rules, texts))],
            [.. history.Select(change => new RulesChange(
                change.At,
                OneLine.Of(members.GetValueOrDefault(change.By, string.Empty), LongestName),
                [.. change.Changes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => OneLine.Of(line, LongestChange))]))])
        {
            Choices = ChannelChoice.All,
            Channels = [.. (await ChannelsAsync(by, cancellationToken)).Take(MostChannels).Select(channel => LineOf(channel, rules))],
            Texts = [.. OwnTexts.Names.Select(name => new TextLine(name, OneLine.Of(rules.Wording()[name], LongestText), rules.Texts.ContainsKey(name), TextsCommand.ButtonOf(name)))],
            QuietHours = rules.QuietHours is { } hours ? QuietHoursCommand.Given(hours) : new Dictionary<string, string>(),
            Tried = [.. RulesForms.Names.Where(name => RulesForms.IsOfPlanning(new ButtonId("rules", name, 0)))],
        };
    }

    public CommandForm Digest(Asker by, TextBook texts) => RulesForms.Of(RulesForms.Digest, book.Of(by.Community), texts);

    /// <summary>The one that was said last; null where there is none, or he cannot read its channel.</summary>
    public async Task<LastDigest?> LastDigestAsync(Asker by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstOrDefaultAsync<(long At, string Text, string Channel)?>(new CommandDefinition(
            $"""
            SELECT o.sent_at, o.text, c.platform_id FROM outbox o JOIN channels c ON c.id = o.channel JOIN communities k ON k.id = o.community
            WHERE k.platform = @platform AND k.platform_id = @id AND o.kind = {OutboxKind.Digest:D} AND o.state = {OutboxState.Sent:D} AND o.text <> '' ORDER BY o.id DESC LIMIT 1
            """,
            new { platform = (int)by.Community.Platform, id = by.Community.Value },
            cancellationToken: cancellationToken));
        return row is { } last && await maySee(by.Member, new ChannelId(by.Community, last.Channel), cancellationToken)
            ? new LastDigest(DateTimeOffset.FromUnixTimeMilliseconds(last.At), last.Text)
            : null;
    }

    public int DaysKept(Asker by) => retention.DaysIn(book.Of(by.Community));

    /// <summary>The channels that he can read, by the platform's ids, in the order of their names.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> ChannelsAsync(Asker by, CancellationToken cancellationToken)
    {
        List<(string Id, string Name)> seen = [];
        foreach (var (id, name) in await names.OfAsync(by.Community, cancellationToken))
        {
            if (await maySee(by.Member, new ChannelId(by.Community, id), cancellationToken))
            {
                seen.Add((id, $"#{OneLine.Of(name.TrimStart('#'), LongestName)}"));
            }
        }

        return [.. seen.OrderBy(channel => channel.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static ChannelLine LineOf((string Id, string Name) channel, CommunityRules rules)
    {
        var name = channel.Name.TrimStart('#');
        var choice = rules.IgnoredChannels.Any(one => CommunityRules.IsNamed(one, name, channel.Id)) ? ChannelChoice.Ignore
            : rules.IsPromotionChannel(name, channel.Id) ? ChannelChoice.Promotion
            : rules.IsWatchedByName(name, channel.Id) ? ChannelChoice.Watch
            : ChannelChoice.Usual;
        return new ChannelLine(channel.Id, channel.Name, choice, rules.Channels.Any(one => CommunityRules.IsNamed(one.Channel, name, channel.Id)));
    }

    /// <summary>What those who changed rules are called, by the platform's ids.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(CommunityId community, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Name)>(new CommandDefinition(
            """
            SELECT w.platform_id, w.name FROM members w JOIN communities k ON k.id = w.community
            WHERE k.platform = @platform AND k.platform_id = @id AND w.platform_id IN (SELECT r.changed_by FROM rule_revisions r WHERE r.community = k.id)
            """,
            new { platform = (int)community.Platform, id = community.Value },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => row.Name);
    }
}
