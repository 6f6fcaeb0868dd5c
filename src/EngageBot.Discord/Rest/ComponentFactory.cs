using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest;

/// <summary>Makes the components a bot sends. <see href="https://discord.com/developers/docs/components/reference"/>.</summary>
public static class ComponentFactory
{
    /// <summary>A row of a message: up to five buttons, or one select menu.</summary>
    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    /// <param name="customId">What comes back when it is clicked, at most 100 characters.</param>
    /// <param name="label">At most 80 characters.</param>
    public static Component Button(string customId, string label, ButtonStyle style = ButtonStyle.Secondary, bool disabled = false) => new()
    {
        Type = ComponentType.Button,
        CustomId = customId,
        Label = label,
        Style = (int)style,
        Disabled = disabled ? true : null,
    };

    /// <summary>A button that leads to a page; nobody hears of the click.</summary>
    public static Component LinkButton(Uri url, string label) => new()
    {
        Type = ComponentType.Button,
        Url = url.AbsoluteUri,
        Label = label,
        Style = (int)ButtonStyle.Link,
    };

    /// <summary>A menu of up to 25 texts.</summary>
    public static Component StringSelect(
        string customId,
        IReadOnlyList<SelectOption> options,
        string? placeholder = null,
        int minValues = 1,
        int maxValues = 1) => new()
    {
        Type = ComponentType.StringSelect,
        CustomId = customId,
        Options = options,
        Placeholder = placeholder,
        MinValues = minValues,
        MaxValues = maxValues,
    };

    /// <summary>A menu of users, roles, both, or channels.</summary>
    public static Component Select(ComponentType type, string customId, string? placeholder = null, int minValues = 1, int maxValues = 1) => new()
    {
        Type = type,
        CustomId = customId,
        Placeholder = placeholder,
        MinValues = minValues,
        MaxValues = maxValues,
    };

    /// <summary>A field of a form, or a menu in it, with its label of at most 45 characters.</summary>
    public static Component Label(string label, Component labelled, string? description = null) => new()
    {
        Type = ComponentType.Label,
        Label = label,
        Labelled = labelled,
        Description = description,
    };

    /// <summary>A field of a form, to stand in a <see cref="Label"/>.</summary>
    public static Component TextInput(string customId, TextInputStyle style, string? value = null, bool required = true, int? maxLength = null) => new()
    {
        Type = ComponentType.TextInput,
        CustomId = customId,
        Style = (int)style,
        Value = value,
        Required = required,
        MaxLength = maxLength,
    };
}
