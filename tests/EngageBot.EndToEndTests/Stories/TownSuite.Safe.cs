namespace EngageBot.EndToEndTests.Stories;

/// <summary>That nobody is deceived, and that who wants to be forgotten is.</summary>
public abstract partial class TownSuite
{
    [Fact]
    public async Task Whatever_people_and_channels_are_called_nobody_is_pinged_or_deceived()
    {
        await using var town = await LiveAsync(Quick.Replace("\"Approvals\"", "\"FewestHelpers\":1,\"AsksPerPost\":1,\"AsksPerDay\":10,\"Approvals\"", StringComparison.Ordinal));
        await town.SayAsync(Town.HostileMember, "help", "my telescope shows distant galaxies tonight");
        await town.SayAsync("ada", "help", "the galaxies look blurred in my telescope");
        await town.TypeAsync("ada", "engage", "introduce");
        await town.TypeAsync(Town.HostileMember, "engage", "introduce", ("who", "@ada"));
        var asked = await town.UntilAsync(() => town.To("ada") is [var first, ..] ? first : null, "the proposal");
        Assert.Contains("eve", asked.Text, StringComparison.Ordinal);
        await town.PressAsync("ada", asked, "Introduce us");
        await town.UntilAsync(() => town.Meetings() is [var first, ..] ? first : null, "a place for them");

        await town.TypeAsync("zoe", "engage", "helper", ("state", "on"));
        await town.SayAsync(Town.HostileMember, Town.HostileChannel, Story.Question);
        var ask = await town.UntilAsync(() => town.To("zoe") is [var first, ..] ? first : null, "a private message");
        Assert.Contains("lamps", ask.Text, StringComparison.Ordinal);
        await town.PressAsync("zoe", ask, "Not for me");
        Assert.Contains("lamps", (await town.TypeAsync("bob", "engage", "inbox")).Text, StringComparison.Ordinal);
        foreach (var command in new[] { "helpers", "log", "stats", "rules", "queue" })
        {
            await town.TypeAsync(Town.Moderator, "engage-mod", command);
        }

        Assert.Equal(["ada", Town.HostileMember], town.Pings().Distinct().Order(StringComparer.Ordinal));
        Assert.All(town.Written(), text => Assert.DoesNotMatch(Deceit(), text));
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_is_so_to_the_last_byte_and_can_ask_why_before()
    {
        await using var town = await LiveAsync(Quick);
        await town.SayAsync("zebulon", "help", "my marmalade machine hums all day");
        await town.Bot.UntilStoredAsync(1);
        Assert.Contains("I have written nothing to you so far.", (await town.TypeAsync("zebulon", "engage", "why")).Text, StringComparison.Ordinal);
        var id = Assert.Single(await town.Bot.RowsAsync("SELECT w.platform_id FROM members w JOIN messages m ON m.author = w.id WHERE m.text LIKE '%marmalade%'"));
        string[] his = [id, "zebulon", "marmalade"];
        Assert.All(his, trace => Assert.True(IsInDatabase(town.Bot, trace)));

        var confirmation = await town.TypeAsync("zebulon", "engage", "privacy", ("action", "forget"));
        Assert.Contains("Shall I forget you?", confirmation.Text, StringComparison.Ordinal);
        Assert.Contains("Done. I have forgotten you.", (await town.PressAsync("zebulon", confirmation, "Yes, forget me")).Text, StringComparison.Ordinal);
        await town.UntilAsync(() => !his.Any(trace => IsInDatabase(town.Bot, trace)), "id, name and text to be gone from the files");
    }
}
