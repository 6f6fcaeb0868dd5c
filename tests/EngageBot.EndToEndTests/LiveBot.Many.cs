using System.Diagnostics;
using System.Globalization;
using EngageBot.TestKit;
using EngageBot.TestKit.FakeDiscord;
using EngageBot.TestKit.FakeSlack;

namespace EngageBot.EndToEndTests;

/// <summary>As one of several processes on one database.</summary>
internal sealed partial class LiveBot
{
    /// <summary>One of several on one PostgreSQL and both platforms.</summary>
    /// <param name="key">The file by which those are known who asked to be forgotten: all have the same.</param>
    public static LiveBot OneOfMany(LiveDiscord discord, FakeSlack slack, TestDatabase database, string rules, string key) =>
        new(database.Source, rules, SectionOf(discord, "fake-token", string.Empty), SectionOf(slack, string.Empty), SharedOf(database, key));

    /// <summary>The same on Discord alone.</summary>
    public static LiveBot OneOfMany(LiveDiscord discord, TestDatabase database, string rules, string key) =>
        new(database.Source, rules, SectionOf(discord, "fake-token", string.Empty), SharedOf(database, key));

    /// <summary>It stands still, as on a machine that is put to sleep, until it is let go on.</summary>
    public Task HaltAsync() => SignalAsync("-STOP");

    public Task GoOnAsync() => SignalAsync("-CONT");

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static string SharedOf(TestDatabase database, string key) => $$"""
        "Database":{"Provider":"Postgres","ConnectionString":"{{database.ConnectionString}}"},"Privacy":{"KeyPath":"{{key}}"}
        """;
}
