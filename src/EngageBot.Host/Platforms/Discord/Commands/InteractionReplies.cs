using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;

namespace EngageBot.Host.Platforms.Discord.Commands;

/// <summary>Makes Discord's answers of the product's replies. Only the member who asked sees them.</summary>
internal static class InteractionReplies
{
    private const int ButtonsOfARow = 5;

    /// <summary>As the first answer.</summary>
    /// <param name="server">The server that buttons are about, where they stand in a direct message.</param>
    public static InteractionResponse Of(CommandReply reply, CommunityId? server) => reply switch
    {
        CommandReply.Says says => new InteractionResponse.ChannelMessageWithSource(new MessageProperties
        {
            Content = DiscordText.Fit(TextOf(says)),
            Components = RowsOf(says.Buttons, server),
            Files = FilesOf(says.File),
            Flags = MessageFlags.Ephemeral | MessageFlags.SuppressEmbeds,
        }),
        CommandReply.Replaces replaces => new InteractionResponse.UpdateMessage(EditOf(replaces.Text, replaces.Buttons, server)),
        CommandReply.Opens opens => ModalOf(opens.Form, server),
        CommandReply.ShowsPage page => Of(page.InWords, server),
        CommandReply.Complains complains => Of(new CommandReply.Says(complains.InWords), server),
        _ => throw new UnreachableException(reply.GetType().Name),
    };

    /// <summary>In place of the first answer that was put off; null for a form, for which it is too late then.</summary>
    public static MessageEditProperties? Late(CommandReply reply, CommunityId? server) => reply switch
    {
        CommandReply.Says says => EditOf(TextOf(says), says.Buttons, server) with { Files = FilesOf(says.File) },
        CommandReply.Replaces replaces => EditOf(replaces.Text, replaces.Buttons, server),
        CommandReply.ShowsPage page => Late(page.InWords, server),
        CommandReply.Complains complains => EditOf(complains.InWords, [], server),
        _ => null,
    };

    public static IReadOnlyList<Component> RowsOf(IReadOnlyList<MessageButton> buttons, CommunityId? server) =>
    [
        .. buttons.Chunk(ButtonsOfARow).Select(row => ComponentFactory.Row(
            [.. row.Select(button => ComponentFactory.Button(InteractionReader.CustomIdOf(button.Id, server), button.Label, button.IsMain ? ButtonStyle.Primary : ButtonStyle.Secondary))])),
    ];

    private static string TextOf(CommandReply.Says says) => says.Link is { } link ? $"{says.Text}\n{link.AbsoluteUri}" : says.Text;

    private static IReadOnlyList<FileProperties> FilesOf(ReplyFile? file) => file is null ? [] : [new FileProperties(file.Name, file.Bytes) { Description = file.Alt }];

    private static MessageEditProperties EditOf(string text, IReadOnlyList<MessageButton> buttons, CommunityId? server) => new()
    {
        Content = DiscordText.Fit(text),
        Components = RowsOf(buttons, server),
    };

    private static InteractionResponse.Modal ModalOf(CommandForm form, CommunityId? server) => new(
        InteractionReader.CustomIdOf(form.Id, server),
        form.Title,
        [
            .. form.Fields.Select(field => ComponentFactory.Label(
                field.Label,
                ComponentFactory.TextInput(field.Name, field.IsLong ? TextInputStyle.Paragraph : TextInputStyle.Short, field.Value, field.IsRequired, field.MostCharacters))),
        ]);
}
