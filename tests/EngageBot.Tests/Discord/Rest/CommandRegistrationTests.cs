using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Tests.Discord.Rest;

public sealed class CommandRegistrationTests
{
    private static readonly ApplicationCommandProperties Help = new("help")
    {
        Description = "Shows what I can do",
        NameLocalizations = new Dictionary<string, string> { ["de"] = "hilfe", ["fr"] = "aide" },
        Options =
        [
            new ApplicationCommandOption
            {
                Type = ApplicationCommandOptionType.String,
                Name = "topic",
                Description = "What about",
                Choices = [ApplicationCommandOptionChoice.Of("waits", "waits"), ApplicationCommandOptionChoice.Of("stats", "stats")],
            },
        ],
        DefaultMemberPermissions = Permissions.ManageGuild,
        Contexts = [InteractionContextType.BotDM, InteractionContextType.Guild],
    };

    private static readonly ApplicationCommandProperties Report = new("Report") { Type = ApplicationCommandType.Message };

    public static TheoryData<string, ApplicationCommandProperties> Changes => new()
    {
        { "description", Help with { Description = "Another" } },
        { "localization", Help with { NameLocalizations = new Dictionary<string, string> { ["de"] = "hilfe" } } },
        { "permissions", Help with { DefaultMemberPermissions = null } },
        { "contexts", Help with { Contexts = null } },
        { "no options", Help with { Options = [] } },
        { "an option's need", Help with { Options = [Help.Options![0] with { Required = true }] } },
        { "choices in another order", Help with { Options = [Help.Options![0] with { Choices = [.. Help.Options[0].Choices!.Reverse()] }] } },
        { "sort", Help with { Type = ApplicationCommandType.User, Description = null, Options = null } },
    };

    [Fact]
    public async Task Commands_are_registered_when_they_changed_and_only_then()
    {
        await using var server = await RestServer.StartAsync();

        Assert.True((await EnsureAsync(server, Help, Report)).ValueOrThrow());
        Assert.False((await EnsureAsync(server, Report, Help)).ValueOrThrow());
        Assert.False((await EnsureAsync(server, Help with { Contexts = [.. Help.Contexts!.Reverse()] }, Report with { Options = [] })).ValueOrThrow());
        Assert.True((await EnsureAsync(server, Help)).ValueOrThrow());

        Assert.Equal(["GET", "PUT", "GET", "GET", "GET", "PUT"], server.Rest.Calls.Select(call => call.Method));
        Assert.Equal("help", Assert.Single(server.World.Commands)["name"]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_seen(string what, ApplicationCommandProperties changed)
    {
        await using var server = await RestServer.StartAsync();
        await EnsureAsync(server, Help);

        Assert.True((await EnsureAsync(server, changed)).ValueOrThrow(), what);
    }

    [Fact]
    public async Task Where_the_commands_cannot_be_read_none_are_written()
    {
        await using var server = await RestServer.StartAsync();

        var result = await CommandRegistration.EnsureAsync(server.Client, new Snowflake(1), [Help], CancellationToken.None);

        Assert.IsType<RestResult<bool>.Refused>(result);
        Assert.Single(server.Rest.Calls);
    }

    private static Task<RestResult<bool>> EnsureAsync(RestServer server, params IReadOnlyList<ApplicationCommandProperties> commands) =>
        CommandRegistration.EnsureAsync(server.Client, server.World.BotId, commands, CancellationToken.None);
}
