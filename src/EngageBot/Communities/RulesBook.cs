using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Texts;

namespace EngageBot.Communities;

/// <summary>
/// The rules of every community, as they are now: the moderators' over the defaults. To be asked for each decision, which costs no look at the store; what
/// changes in this process is known at once, what another process changes after <see cref="Fresh"/> at the latest.
/// </summary>
public sealed class RulesBook
{
    /// <summary>So long the store is not asked again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly DbDataSource? _database;
    private readonly TimeProvider _clock;
    private volatile Page _page;

    public RulesBook(DbDataSource database, CommunityRules defaults, TimeProvider clock)
        : this(defaults, clock) => _database = database;

    private RulesBook(CommunityRules defaults, TimeProvider clock)
    {
        Defaults = defaults;
        _clock = clock;
        _page = new Page(Version: -1, LookedAt: null, [], [], []);
    }

    /// <summary>What holds where moderators set nothing: the operator's configuration.</summary>
    public CommunityRules Defaults { get; }

    /// <summary>Another number says that rules have changed somewhere.</summary>
    public long Version => _page.Version;

    /// <summary>No post is watched for longer than this in any community.</summary>
    public TimeSpan LongestRest => _page.ByKey.Values.Select(rules => rules.RestAfter).Append(Defaults.RestAfter).Max();

    /// <summary>The communities some of whose rules contradict today's defaults and do not hold, and the names of those rules.</summary>
    public IReadOnlyList<(CommunityId Community, IReadOnlyList<string> Names)> Unfit => _page.Unfit;

    /// <summary>The same rules for all, for ever: for a replay.</summary>
    public static RulesBook Fixed(CommunityRules rules) => new(rules, TimeProvider.System);

    /// <param name="community">The community's key in the store.</param>
    public CommunityRules Of(long community) => _page.ByKey.GetValueOrDefault(community) ?? Defaults;

    public CommunityRules Of(CommunityId community) => _page.ById.GetValueOrDefault(community) ?? Defaults;

    /// <summary>Null where moderators left what holds for everybody.</summary>
    public string? LanguageOf(CommunityId community) => Of(community).Language is var language && language == TextBook.DefaultLanguage ? null : language;

    /// <summary>Looks whether rules have changed, where nobody has looked lately.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        if (_database is not null && (_page.LookedAt is not { } at || _clock.GetUtcNow() - at >= Fresh))
        {
            await ReloadAsync(_database, cancellationToken);
        }
    }

    /// <summary>Looks now.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => _database is null ? Task.CompletedTask : ReloadAsync(_database, cancellationToken);

    private async Task ReloadAsync(DbDataSource database, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var version = await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT MAX(id) FROM rule_revisions", cancellationToken: cancellationToken)) ?? 0;
        if (version == Version)
        {
            Put(_page with { LookedAt = now });
            return;
        }

        var rows = await connection.QueryAsync<(long Key, long Platform, string Id, string Rules)>(new CommandDefinition(
            """
            SELECT k.id, k.platform, k.platform_id, r.rules
            FROM rule_revisions r JOIN communities k ON k.id = r.community
            WHERE r.revision = (SELECT MAX(l.revision) FROM rule_revisions l WHERE l.community = r.community)
            """,
            cancellationToken: cancellationToken));
        Put(PageOf(version, now, rows));
    }

    private Page PageOf(long version, DateTimeOffset now, IEnumerable<(long Key, long Platform, string Id, string Rules)> rows)
    {
        var page = new Page(version, now, [], [], []);
        foreach (var (key, platform, id, stored) in rows)
        {
            var community = new CommunityId((Platform)platform, id);
            page.ByKey[key] = page.ById[community] = RulesOverrides.Effective(Defaults, RulesOverrides.Parse(stored), out var unfit);
            if (unfit.Count > 0)
            {
                page.Unfit.Add((community, unfit));
            }
        }

        return page;
    }

    /// <summary>Who looked later but read earlier does not put back what is gone.</summary>
    private void Put(Page page)
    {
        lock (_gate)
        {
            if (page.Version >= _page.Version)
            {
                _page = page;
            }
        }
    }

    private sealed record Page(
        long Version,
        DateTimeOffset? LookedAt,
        Dictionary<long, CommunityRules> ByKey,
        Dictionary<CommunityId, CommunityRules> ById,
        List<(CommunityId Community, IReadOnlyList<string> Names)> Unfit);
}
