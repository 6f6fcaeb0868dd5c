using EngageBot.Chat;

namespace EngageBot.Commands;

/// <summary>A form that a member fills in.</summary>
/// <param name="Title">At most 24 characters: Slack takes no more.</param>
/// <param name="Fields">At most five: Discord takes no more.</param>
public sealed record CommandForm(ButtonId Id, string Title, IReadOnlyList<FormField> Fields);
