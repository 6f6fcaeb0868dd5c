using System.Text;
using EngageBot.Texts;

namespace EngageBot.Commands;

/// <summary><c>help [topic]</c>, for members and for moderators: what can be asked of the bot, how one of the commands is used, or what the figures mean.</summary>
/// <param name="listed">All commands that can be written.</param>
/// <param name="isForModerators">It is the one under <c>/engage-mod</c>.</param>
internal sealed class HelpCommand(Func<IReadOnlyList<ISlashCommand>> listed, bool isForModerators) : ISlashCommand
{
    private const string Topic = "topic";
    private const string Figures = "stats";

    public string Name => "help";

    public bool IsForModerators => isForModerators;

    /// <summary>They name the other commands, which are not known before all are made.</summary>
    public IReadOnlyList<CommandOption> Options => [new(Topic, CommandOptionKind.Text) { Choices = [.. Commands.Select(command => command.Name)], Example = Figures }];

    private IEnumerable<ISlashCommand> Commands => listed().Where(command => command.IsListed && command.IsForModerators == isForModerators);

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var topic = (request as CommandRequest.Typed)?.Options.GetValueOrDefault(Topic);
        var text = topic == Figures ? texts["help.stats"]
            : Commands.FirstOrDefault(command => command.Name == topic) is { } command ? About(command, texts)
            : List(texts);
        return Task.FromResult<CommandReply>(new CommandReply.Says(text));
    }

    private static string About(ISlashCommand command, TextBook texts)
    {
        var text = new StringBuilder(CommandUsage.Form(command)).Append(" – ").Append(texts[$"command.{command.Name}"]);
        foreach (var option in CommandUsage.InOrder(command.Options))
        {
            text.Append("\n• ").Append(option.Name).Append(": ").Append(texts[$"command.{command.Name}.{option.Name}"]);
        }

        return text.Append('\n').Append(CommandUsage.InWords(command, texts)).ToString();
    }

    private string List(TextBook texts)
    {
        var text = new StringBuilder(texts[$"command.{(isForModerators ? CommandUsage.Moderators : CommandUsage.Everybody)}"]);
        foreach (var command in Commands)
        {
            text.Append("\n• ").Append(CommandUsage.Form(command)).Append(" – ").Append(texts[$"command.{command.Name}"]);
        }

        return text.Append('\n').Append(texts.Of("help.more", ("example", CommandUsage.Example(this)))).ToString();
    }
}
