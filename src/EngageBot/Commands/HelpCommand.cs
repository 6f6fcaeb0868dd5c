using System.Text;
using EngageBot.Texts;

namespace EngageBot.Commands;

/// <summary><c>help [topic]</c>, for members and for moderators: what can be asked of the bot, or what its words mean.</summary>
/// <param name="listed">All commands that can be written.</param>
/// <param name="isForModerators">It is the one under <c>/engage-mod</c>.</param>
internal sealed class HelpCommand(Func<IReadOnlyList<ISlashCommand>> listed, bool isForModerators) : ISlashCommand
{
    private const string Topic = "topic";
    private const string Figures = "stats";

    public string Name => "help";

    public bool IsForModerators => isForModerators;

    public IReadOnlyList<CommandOption> Options { get; } = [new(Topic, CommandOptionKind.Text) { Choices = [Figures] }];

    public Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken) =>
        Task.FromResult<CommandReply>(new CommandReply.Says((request as CommandRequest.Typed)?.Options.GetValueOrDefault(Topic) == Figures ? texts["help.stats"] : List(texts)));

    private string List(TextBook texts)
    {
        var slash = isForModerators ? "/engage-mod" : "/engage";
        var text = new StringBuilder(texts[$"command.{slash}"]);
        foreach (var command in listed().Where(command => command.IsListed && command.IsForModerators == isForModerators))
        {
            text.Append("\n• ").Append(slash).Append(' ').Append(command.Name).Append(" – ").Append(texts[$"command.{command.Name}"]);
        }

        return text.ToString();
    }
}
