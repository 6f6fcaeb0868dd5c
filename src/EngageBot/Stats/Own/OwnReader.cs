using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Outbox;
using EngageBot.SelfPromotion;
using EngageBot.Stats.Asking;
using EngageBot.Stats.Daily;

namespace EngageBot.Stats.Own;

/// <summary>Reads what a member may know of himself: of channels that he can read now, and of people who are there.</summary>
internal sealed class OwnReader(DbDataSource database, RulesBook rules, Visibility visibility, StatsAnswer stats)
{
    private const int MostContacts = 20;

    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Null where nothing is known of him, or nobody replied.</summary>
    public async Task<OwnFigures?> ReadAsync(MemberId member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await OfAsync(member, now, cancellationToken) is not { } own)
        {
            return null;
        }

        var (figures, _) = await stats.FiguresAsync(new LiveScope(member.Community, Channel: null, Month, now), namesConnectors: false, cancellationToken);
        return own with { Median = OwnPolicy.MedianFor(own.Given, figures?.Now.MedianGiven, figures?.Now.People ?? 0) };
    }

    private async Task<OwnFigures?> OfAsync(MemberId member, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var query = new OwnQuery(session);
        if (await query.MemberAsync(member, cancellationToken) is not { } key)
        {
            return null;
        }

        var all = await query.RepliesAsync(key, (now - Month).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), cancellationToken);
        var channels = (await visibility.SeenAsync(member, all.Select(one => one.Channel).Distinct(), channel => new ChannelId(member.Community, channel), cancellationToken)).ToHashSet();
        var replies = all.Where(one => channels.Contains(one.Channel)).ToList();
        return replies.Count == 0 ? null : new OwnFigures
        {
            Replies = replies,
            Balance = await new BalanceQuery(session, rules).OfAsync(key, now.ToUnixTimeMilliseconds(), cancellationToken),
            Introduced = await new BridgeBuilderQuery(session).PairsOfAsync(key, (now - Month).ToUnixTimeMilliseconds(), cancellationToken),
            Contacts = await ContactsAsync(query, replies, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<Contact>> ContactsAsync(OwnQuery query, IReadOnlyList<OwnReplies> replies, CancellationToken cancellationToken)
    {
        List<Contact> contacts = [];
        foreach (var person in replies.Where(one => one.Other is not null).GroupBy(one => one.Other!.Value).OrderByDescending(group => group.Sum(one => one.Count)).ThenBy(group => group.Key))
        {
            if (contacts.Count < MostContacts && await query.NameAsync(person.Key, cancellationToken) is { } name && Excerpt.Of(name) is { Length: > 0 } shown)
            {
                contacts.Add(new Contact(person.Key, shown, person.Where(one => one.IsGiven).Sum(one => one.Count), person.Where(one => !one.IsGiven).Sum(one => one.Count)));
            }
        }

        return contacts;
    }
}
