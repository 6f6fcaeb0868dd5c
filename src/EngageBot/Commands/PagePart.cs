using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>A part of a page, under a headline of its own.</summary>
/// <param name="Title">At most 150 characters: Slack takes no more.</param>
public sealed record PagePart(string Title, string Text)
{
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];
}
