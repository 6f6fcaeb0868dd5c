using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;

namespace EngageBot.Communities;

/// <summary>
/// Changes the rules of a community. Each change is checked, and kept with who made it and when; going back to what was is a change as well. What
/// is refused leaves the rules as they are.
/// </summary>
public sealed class RulesStore(DbDataSource database, RulesBook book, TimeProvider clock)
{
    /// <summary>Who changed rules that were read from a file.</summary>
    public const string File = "file";

    /// <summary>Somebody else may change them at the same moment.</summary>
    private const int Attempts = 10;

    private const string NotYours = "Who is a moderator is for those to say who manage the community by the platform's own rights.";

    /// <summary>The last changes, the newest first.</summary>
    public async Task<IReadOnlyList<RulesRevision>> HistoryAsync(CommunityId community, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(long Revision, string By, long At, string Changes)>(new CommandDefinition(
            """
            SELECT r.revision, r.changed_by, r.changed_at, r.changes
            FROM rule_revisions r JOIN communities k ON k.id = r.community
            WHERE k.platform = @platform AND k.platform_id = @id ORDER BY r.revision DESC LIMIT @most
            """,
            new { platform = (int)community.Platform, id = community.Value, most },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new RulesRevision(row.Revision, row.By, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Changes))];
    }

    /// <summary>A moderator changes them. Who is one by a role only cannot change which role that is.</summary>
    /// <param name="change">Makes the new rules of those that hold; may be called again where somebody else was quicker.</param>
    public Task<RulesOutcome> ChangeAsync(Asker by, Func<CommunityRules, CommunityRules> change, CancellationToken cancellationToken) =>
        ChangeAsync(by.Community, change, new Author(by.Member.Value, by.ManagesCommunity), cancellationToken);

    /// <summary>Somebody who may change everything does.</summary>
    /// <param name="by">The platform's id of the moderator, or <see cref="File"/>.</param>
    public Task<RulesOutcome> ChangeAsync(CommunityId community, Func<CommunityRules, CommunityRules> change, string by, CancellationToken cancellationToken) =>
        ChangeAsync(community, change, new Author(by, NamesModerators: true), cancellationToken);

    /// <summary>Goes back to the rules before the last change.</summary>
    /// <param name="revision">The change that is meant; where it is not the last one any more nothing is undone.</param>
    public Task<RulesOutcome> UndoAsync(Asker by, long revision, CancellationToken cancellationToken) =>
        UndoAsync(by.Community, revision, new Author(by.Member.Value, by.ManagesCommunity), cancellationToken);

    private async Task<RulesOutcome> ChangeAsync(CommunityId community, Func<CommunityRules, CommunityRules> change, Author by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await CommunityKey.OfAsync(connection, community, cancellationToken) is not { } key)
        {
            return new RulesOutcome.Refused("Nothing is known of this community yet.");
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (last, current) = await LastAsync(connection, key, cancellationToken);
            var before = RulesOverrides.Effective(book.Defaults, current, out _);
            var after = change(before);
            if (after.ModeratorRole is { } role && ModeratorRole.IsEverybodyIn(community, role))
            {
                return new RulesOutcome.Refused(RulesValidator.EverybodyModerates);
            }

            var overrides = RulesOverrides.Of(after, book.Defaults, current);
            if (await PutAsync(connection, new Step(key, last + 1, before, after, overrides, IsNews: !JsonNode.DeepEquals(overrides, current)), by, cancellationToken) is { } outcome)
            {
                return outcome;
            }
        }

        return new RulesOutcome.Overtaken();
    }

    private async Task<RulesOutcome> UndoAsync(CommunityId community, long revision, Author by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await CommunityKey.OfAsync(connection, community, cancellationToken) is not { } key)
        {
            return new RulesOutcome.Refused("Nothing is known of this community yet.");
        }

        var (last, current) = await LastAsync(connection, key, cancellationToken);
        if (last == 0 || last != revision)
        {
            return new RulesOutcome.Overtaken();
        }

        var earlier = await OverridesAsync(connection, key, revision - 1, cancellationToken) ?? [];
        var (before, after) = (RulesOverrides.Effective(book.Defaults, current, out _), RulesOverrides.Over(book.Defaults, earlier));
        return await PutAsync(connection, new Step(key, last + 1, before, after, earlier, IsNews: true), by, cancellationToken) ?? new RulesOutcome.Overtaken();
    }

    private static async Task<(long Revision, JsonObject Overrides)> LastAsync(DbConnection connection, long community, CancellationToken cancellationToken)
    {
        var last = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT MAX(revision) FROM rule_revisions WHERE community = @community", new { community }, cancellationToken: cancellationToken)) ?? 0;
        return (last, await OverridesAsync(connection, community, last, cancellationToken) ?? []);
    }

    private static async Task<JsonObject?> OverridesAsync(DbConnection connection, long community, long revision, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "SELECT rules FROM rule_revisions WHERE community = @community AND revision = @revision", new { community, revision }, cancellationToken: cancellationToken)) is { } stored
            ? RulesOverrides.Parse(stored)
            : null;

    /// <summary>Null where somebody else was quicker.</summary>
    private async Task<RulesOutcome?> PutAsync(DbConnection connection, Step step, Author by, CancellationToken cancellationToken)
    {
        if (await ProblemAsync(connection, step, by, cancellationToken) is { } problem)
        {
            return new RulesOutcome.Refused(problem);
        }

        if (!step.IsNews)
        {
            return new RulesOutcome.Same(step.Before);
        }

        var changes = RulesOverrides.Between(step.Before, step.After);
        var written = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO rule_revisions (id, community, revision, rules, changed_by, changed_at, changes)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM rule_revisions), @community, @revision, @rules, @by, @at, @changes)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                community = step.Community,
                revision = step.Revision,
                rules = step.Overrides.ToJsonString(),
                by = by.Id,
                at = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                changes = string.Join('\n', changes),
            },
            cancellationToken: cancellationToken));
        if (written == 0)
        {
            return null;
        }

        await book.ReloadAsync(cancellationToken);
        return new RulesOutcome.Changed(step.Revision, step.After, changes);
    }

    /// <summary>Why rules stay as they are, as a sentence; null where nothing is against it.</summary>
    private async Task<string?> ProblemAsync(DbConnection connection, Step step, Author by, CancellationToken cancellationToken)
    {
        if (RulesValidator.Problem(step.After) is { } problem)
        {
            return problem;
        }

        if (!by.NamesModerators && step.Before.ModeratorRole != step.After.ModeratorRole)
        {
            return NotYours;
        }

        return step is { Before.PromoterNote: false, After.PromoterNote: true } && !await NoteRight.IsEarnedAsync(connection, step.Community, clock.GetUtcNow(), cancellationToken)
            ? "promoterNote can be switched on once moderators decided about 20 posts in the queue, and agreed with nine in ten."
            : null;
    }

    /// <param name="NamesModerators">He may say who is a moderator.</param>
    private sealed record Author(string Id, bool NamesModerators);

    private sealed record Step(long Community, long Revision, CommunityRules Before, CommunityRules After, JsonObject Overrides, bool IsNews);
}
