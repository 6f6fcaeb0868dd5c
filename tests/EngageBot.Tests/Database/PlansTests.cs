using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;
using EngageBot.Database;
using EngageBot.ReplyGraph;
using EngageBot.TestKit;

namespace EngageBot.Tests.Database;

/// <summary>
/// No statement of the program goes through all that was ever written, or makes an index of it: after a year that is thirty million rows. By SQLite's own plans, which without statistics are the same
/// on an empty database as on a full one.
/// </summary>
public sealed partial class PlansTests
{
    private static readonly string[] Large = ["messages", "links", "mentions", "reactions", "link_domains", "outbox", "outbox_posts", "nudges", "members", "member_profiles", "figure_days", "hold_out_cases", "claims"];

    /// <summary>What is seldom done, and looks at all: once at a start, for one who is forgotten, after a restore; and what works on tables of its own.</summary>
    private static readonly string[] Seldom = ["ProfileRebuilder.Lost", "MemberErasure.Everybody", "MemberChoiceStore.Forget", "TrialPlanner.Temporary", "TrialPlanner.Planned"];

    /// <summary>Ends statements that SQLite neither knows nor needs.</summary>
    private const string OnlyPostgres = " FOR SHARE";

    [Fact]
    public async Task No_statement_goes_through_all_that_was_ever_written()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var statements = Statements().DistinctBy(one => one.Sql.Text).Where(one => !Seldom.Contains(one.Where) && !one.Sql.Text.EndsWith(OnlyPostgres, StringComparison.Ordinal)).ToList();
        Assert.True(statements.Count > 200, $"{statements.Count} statements");
        var few = await database.RowsAsync("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'"); // Indexes of few rows.
        List<string> found = [];
        foreach (var (where, sql) in statements)
        {
            found.AddRange((await PlanAsync(database, sql)).Where(line => IsLong(line, sql.Text) && !few.Any(index => line.EndsWith($"INDEX {index}", StringComparison.Ordinal))).Select(line => $"{where}: {line}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    private static IEnumerable<(string Where, HotSql Sql)> Statements() =>
        from type in typeof(HotSql).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        from sql in Of(field.FieldType == typeof(HotSql) || typeof(IEnumerable<HotSql>).IsAssignableFrom(field.FieldType) || field.FieldType.Name == nameof(LineSql) ? field.GetValue(null) : null)
        select ($"{type.Name}.{field.Name}", sql);

    private static IEnumerable<HotSql> Of(object? value) => value switch
    {
        HotSql one => [one],
        IEnumerable<HotSql> several => several,
        LineSql line => [line.Lines, line.Mentions],
        _ => [],
    };

    private static async Task<IReadOnlyList<string>> PlanAsync(TestDatabase database, HotSql sql)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        var parameters = new DynamicParameters();
        foreach (var (name, type) in sql.Parameters)
        {
            parameters.Add(name, value: null, type);
        }

        return [.. (await connection.QueryAsync<(long, long, long, string Detail)>("EXPLAIN QUERY PLAN " + sql.Text, parameters)).Select(row => row.Detail)];
    }

    private static bool IsLong(string line, string sql)
    {
        var step = Step().Match(line);
        return step.Success && !Regex.IsMatch(sql, $@"\)\s+{step.Groups["name"].Value}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) && Large.Contains(TableOf(step.Groups["name"].Value, sql)) && (line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("AUTOMATIC", StringComparison.Ordinal));
    }

    /// <summary>Plans name a table as its statement does.</summary>
    private static string TableOf(string name, string sql)
    {
        var named = Regex.Match(sql, $@"\b(?:FROM|JOIN|UPDATE|INTO)\s+(?<table>\w+)\s+(?:AS\s+)?{name}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return named.Success ? named.Groups["table"].Value : name;
    }

    [GeneratedRegex(@"^(?:SCAN|SEARCH) (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Step();
}
