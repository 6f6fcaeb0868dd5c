using EngageBot.Discord.Models;

namespace EngageBot.Discord.Rest.Validation;

/// <summary>What rows, buttons, menus and forms may hold. <see href="https://discord.com/developers/docs/components/reference"/>.</summary>
internal static class ComponentRules
{
    public static void ValidateRows(IReadOnlyList<Component>? rows)
    {
        Check.AtMost(DiscordLimits.Rows, rows, "rows");
        foreach (var row in rows ?? [])
        {
            Check.That(row.Type != ComponentType.ActionRow || row.Components is { Count: > 0 }, "A row is empty.");
            Check.AtMost(DiscordLimits.ButtonsPerRow, row.Components, "components in a row");
            Check.That(
                row.Components is null or { Count: 1 } || row.Components.All(component => component.Type == ComponentType.Button),
                "A select menu stands alone in its row.");
            foreach (var component in row.Components ?? [])
            {
                Validate(component);
            }
        }
    }

    public static void Validate(InteractionResponse.Modal modal)
    {
        Check.Between(1, DiscordLimits.CustomId, modal.CustomId, "A form's id");
        Check.Between(1, DiscordLimits.ModalTitle, modal.Title, "A form's title");
        Check.That(modal.Components.Count > 0, "The form is empty.");
        Check.AtMost(DiscordLimits.ModalFields, modal.Components, "fields in a form");
        foreach (var component in modal.Components)
        {
            Check.AtMost(DiscordLimits.ModalTitle, component.Label, "A field's label");
            Validate(component.Labelled ?? (component.Components is [var field, ..] ? field : component));
        }
    }

    private static void Validate(Component component)
    {
        Check.AtMost(DiscordLimits.CustomId, component.CustomId, "A component's id");
        Check.AtMost(DiscordLimits.Url, component.Url, "A button's link");
        Check.AtMost(DiscordLimits.Placeholder, component.Placeholder, "A menu's placeholder");
        Check.AtMost(DiscordLimits.SelectOptions, component.Options, "options in a menu");
        Check.AtMost(DiscordLimits.TextInput, component.Value, "A field's text");
        if (component.Type == ComponentType.Button)
        {
            Check.AtMost(DiscordLimits.ButtonLabel, component.Label, "A button's label");
            Check.That(
                (component.Style == (int)ButtonStyle.Link) == (component.Url is not null) && component.CustomId is null != component.Url is null,
                "A button has either an id or, as a link, an address.");
        }

        foreach (var option in component.Options ?? [])
        {
            Check.Between(1, DiscordLimits.SelectOption, option.Label, "A menu option's label");
            Check.Between(1, DiscordLimits.SelectOption, option.Value, "A menu option's value");
            Check.AtMost(DiscordLimits.SelectOption, option.Description, "A menu option's description");
        }
    }
}
