using System.Data.Common;
using EngageBot.Texts;

namespace EngageBot.EndToEndTests.Stories;

/// <summary>Somebody else writes into the database for a while.</summary>
public sealed class SlowStoreStories : TownStory
{
    private static readonly TextBook Texts = TextBook.In("en");

    [Theory, EachPlatform]
    public async Task A_form_opens_while_nothing_can_be_stored_and_what_was_decided_is_stored_afterwards(TownPlatform platform)
    {
        await using var town = await BeginAsync(platform);
        var agreed = await town.TypeAsync("bob", "engage", "helper", ("state", "on"), ("topics", "lamps"));
        await town.ChooseAsync("bob", "helper", button: null, ("state", "off"));
        await using (var writer = await town.Bot.Database.OpenConnectionAsync())
        {
            await RunAsync(writer, "BEGIN IMMEDIATE");
            var form = await town.PressAsync("bob", agreed, Texts["helper.button.edit"]);
            Assert.Equal((Texts["helper.sign-up.form"], "lamps"), (form.Text, form.Form!["topics"]));
            await RunAsync(writer, "ROLLBACK");
        }

        await town.Bot.UntilAsync(async () => (await town.Bot.RowsAsync("SELECT COUNT(*) FROM member_settings WHERE helps_since IS NOT NULL")).SequenceEqual(["1"]), "the press to count");
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
