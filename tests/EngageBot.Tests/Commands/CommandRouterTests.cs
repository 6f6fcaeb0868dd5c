using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;
using EngageBot.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace EngageBot.Tests.Commands;

public sealed class CommandRouterTests
{
    private static readonly TextBook English = TextBook.In("en");

    [Theory]
    [InlineData("typed")]
    [InlineData("pressed")]
    [InlineData("submitted")]
    [InlineData("on message")]
    public async Task Whatever_is_asked_comes_to_the_command_that_it_names(string form)
    {
        CommandRequest request = form switch
        {
            "typed" => Ask.Typed("echo"),
            "pressed" => Ask.Pressed("echo"),
            "submitted" => new CommandRequest.Submitted(Ask.ByAda, new ButtonId("echo", "go", 0), new Dictionary<string, string>()),
            _ => new CommandRequest.OnMessage(Ask.ByAda, "echo", new MessagePlace(TestTime.Channel("help"), null, new MessageId(1))),
        };
        Assert.Equal("echo: " + request.GetType().Name, Said(await RouterOf(new Echo()).RunAsync(request, CancellationToken.None)));
    }

    [Fact]
    public async Task A_command_that_there_is_not_is_a_sentence() =>
        Assert.Equal(English["command.unknown"], Said(await RouterOf(new Echo()).RunAsync(Ask.Typed("nope"), CancellationToken.None)));

    [Fact]
    public async Task What_is_for_moderators_is_refused_to_others()
    {
        var router = RouterOf(new Echo { IsForModerators = true });
        Assert.Equal(English["command.moderators-only"], Said(await router.RunAsync(Ask.Typed("echo"), CancellationToken.None)));
        Assert.Equal(English["command.moderators-only"], Said(await router.RunAsync(Ask.Pressed("echo"), CancellationToken.None)));
        Assert.Equal("echo: Typed", Said(await router.RunAsync(Ask.Typed("echo") with { By = Ask.ByAda with { ManagesCommunity = true } }, CancellationToken.None)));
    }

    [Fact]
    public async Task A_command_that_fails_is_a_sentence_too() =>
        Assert.Equal(English["command.failed"], Said(await RouterOf(new Echo { Fails = true }).RunAsync(Ask.Typed("echo"), CancellationToken.None)));

    private static CommandRouter RouterOf(ISlashCommand command) => new([command], NullLogger<CommandRouter>.Instance);

    private static string Said(CommandReply reply) => Assert.IsType<CommandReply.Says>(reply).Text;

    private sealed class Echo : ISlashCommand
    {
        public string Name => "echo";

        public bool IsForModerators { get; init; }

        public bool Fails { get; init; }

        public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
            Fails ? throw new InvalidOperationException("a bug") : Task.FromResult<CommandReply>(new CommandReply.Says("echo: " + request.GetType().Name));
    }
}
