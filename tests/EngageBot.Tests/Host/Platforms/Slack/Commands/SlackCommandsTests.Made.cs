using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Texts;

namespace EngageBot.Tests.Host.Platforms.Slack.Commands;

/// <summary>Commands made for the tests.</summary>
public sealed partial class SlackCommandsTests
{
    private sealed class Book : ISlashCommand
    {
        public static readonly MessageButton Button = new(new ButtonId("optin", "go", 7), "Go on");

        private static readonly CommandForm Form = new(new ButtonId("optin", "form", 0), "A title that is longer than Slack takes", [new FormField("title", "Title")]);

        public string Name => "optin";

        public IReadOnlyList<CommandOption> Options { get; } =
            [new("what", CommandOptionKind.Text) { IsRequired = true, Choices = ["says", "opens", "waits", "complains"] }, new("title", CommandOptionKind.Text)];

        public TaskCompletionSource Wait { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CommandRequest? Last { get; private set; }

        public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
        {
            Last = request;
            switch (request)
            {
                case CommandRequest.Pressed pressed:
                    return new CommandReply.Replaces($"pressed {pressed.Button.Subject}");
                case CommandRequest.Submitted { Fields: var fields }:
                    return fields.TryGetValue("title", out var title)
                        ? new CommandReply.Says($"took {title}")
                        : new CommandReply.Complains(new Dictionary<string, string> { ["title"] = "Which one?" });
                case CommandRequest.Typed typed when typed.Options["what"] == "opens":
                    return new CommandReply.Opens(Form);
                case CommandRequest.Typed typed when typed.Options["what"] == "waits":
                    await Wait.Task.WaitAsync(cancellationToken);
                    return new CommandReply.Says("waited");
                case CommandRequest.Typed typed:
                    return new CommandReply.Says($"book: {typed.Options.GetValueOrDefault("title")}") { Buttons = [Button] };
                default:
                    throw new InvalidOperationException(request.ToString());
            }
        }
    }

    private sealed class Shelf : ISlashCommand
    {
        public string Name => "optout";

        public bool IsForModerators => true;

        public CommandRequest? Last { get; private set; }

        public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
        {
            Last = request;
            return Task.FromResult<CommandReply>(new CommandReply.Says("shelf"));
        }
    }
}
