using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Database;
using EngageBot.Texts;

namespace EngageBot.Privacy;

/// <summary><c>/engage privacy export|forget</c>: what is stored of a member, as a file for him alone, or gone, at once. To be forgotten is asked for once more before.</summary>
internal sealed class PrivacyCommand(DbDataSource database, MemberExport export, Decide decide) : ISlashCommand
{
    private const string Export = "export";
    private const string Forget = "forget";
    private const string Really = "really";

    public string Name => "privacy";

    public IReadOnlyList<CommandOption> Options { get; } = [new("action", CommandOptionKind.Text) { IsRequired = true, Choices = [Export, Forget] }];

    public async Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken)
    {
        var action = request switch
        {
            CommandRequest.Typed typed => typed.Options.GetValueOrDefault("action"),
            CommandRequest.Pressed pressed => pressed.Button.Action,
            _ => null,
        };
        switch (action)
        {
            case Export:
                return new CommandReply.Says(texts["privacy.exported"]) { File = await export.ReadAsync(request.Member, request.At, cancellationToken) };
            case Forget:
                return new CommandReply.Says(texts["privacy.ask"]) { Buttons = [new(new ButtonId(Name, Really, 0), texts["privacy.really"]) { IsMain = true }] };
            case Really:
                await decide(new MemberChoice.ForgetsAll(request.Community, request.At, request.Member), cancellationToken);
                await using (var connection = await database.OpenConnectionAsync(cancellationToken))
                {
                    await SqlDialect.EmptyLogAsync(connection, cancellationToken);
                }

                return new CommandReply.Replaces(texts["privacy.forgotten"]);
            default:
                return new CommandReply.Says(texts["privacy.usage"]);
        }
    }
}
