using EngageBot.Texts;

namespace EngageBot.Commands;

/// <summary>
/// A command of the bot, with its buttons and forms. It is described, where it is listed, by the texts <c>command.NAME</c> and <c>command.NAME.OPTION</c>; one
/// without a description is not listed and has buttons only.
/// </summary>
public interface ISlashCommand
{
    /// <summary>Lower case ("pause"). Its buttons and forms name it too. One for members and one for moderators may have the same, and share their descriptions; they have no buttons.</summary>
    string Name { get; }

    /// <summary>It is under <c>/engage-mod</c>, and refused to those who are no moderators.</summary>
    bool IsForModerators => false;

    /// <summary>It can be written; otherwise it has buttons only.</summary>
    bool IsListed => true;

    /// <summary>It can be chosen on a message.</summary>
    bool IsOnMessages => false;

    /// <summary>It can be chosen on a message also in the conversation with the bot. On Discord nobody says then which community it is about.</summary>
    bool IsInDirectMessages => false;

    IReadOnlyList<CommandOption> Options => [];

    /// <param name="texts">In the language in which to answer.</param>
    Task<CommandReply> RunAsync(CommandRequest request, TextBook texts, CancellationToken cancellationToken);
}
