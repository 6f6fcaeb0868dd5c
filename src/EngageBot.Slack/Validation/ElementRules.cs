using EngageBot.Slack.Blocks;

namespace EngageBot.Slack.Validation;

/// <summary>What Slack takes as buttons, menus and fields. <see href="https://docs.slack.dev/reference/block-kit/block-elements"/>.</summary>
internal static class ElementRules
{
    public static void Validate(IReadOnlyList<BlockElement> elements)
    {
        foreach (var element in elements)
        {
            Validate(element);
        }

        Check.That(
            elements.Select(element => element.ActionId).Distinct(StringComparer.Ordinal).Count() == elements.Count, "Two elements of a block have the same action id.");
    }

    public static void Validate(BlockElement element)
    {
        Check.Between(1, SlackLimits.Id, element.ActionId, "An action id");
        Confirm(element.Confirm);
        switch (element)
        {
            case ButtonElement button:
                Button(button);
                break;
            case OverflowElement overflow:
                Options(SlackLimits.OverflowOptions, overflow.Options);
                break;
            case StaticSelectElement select:
                Options(SlackLimits.SelectOptions, select.Options);
                break;
            case MultiStaticSelectElement select:
                Options(SlackLimits.SelectOptions, select.Options);
                break;
            case CheckboxesElement boxes:
                Options(SlackLimits.BoxOptions, boxes.Options);
                break;
            case RadioButtonsElement buttons:
                Options(SlackLimits.BoxOptions, buttons.Options);
                break;
            case PlainTextInputElement input:
                Input(input);
                break;
        }

        Check.AtMost(SlackLimits.Placeholder, (element as PromptedElement)?.Placeholder?.Text, "A placeholder");
    }

    public static void Options(int most, IReadOnlyList<Option> options)
    {
        Check.Between(1, most, options.Count, "options");
        foreach (var option in options)
        {
            Check.Between(1, SlackLimits.OptionText, option.Text.Text, "The text of an option");
            Check.Between(1, SlackLimits.OptionValue, option.Value, "The value of an option");
            Check.AtMost(SlackLimits.OptionText, option.Description?.Text, "The description of an option");
        }
    }

    private static void Button(ButtonElement button)
    {
        Check.Between(1, SlackLimits.ButtonText, button.Text.Text, "The text of a button");
        Check.AtMost(SlackLimits.ButtonValue, button.Value, "The value of a button");
        Check.AtMost(SlackLimits.Url, button.Url, "The address of a button");
        Check.AtMost(SlackLimits.ButtonText, button.AccessibilityLabel, "The spoken text of a button");
    }

    private static void Input(PlainTextInputElement input)
    {
        Check.Range(0, SlackLimits.TextInput, input.MinLength, "The least length of a field");
        Check.Range(1, SlackLimits.TextInput, input.MaxLength, "The greatest length of a field");
        Check.AtMost(input.MaxLength ?? SlackLimits.TextInput, input.InitialValue, "What a field holds at first");
    }

    private static void Confirm(ConfirmationDialog? dialog)
    {
        if (dialog is null)
        {
            return;
        }

        Check.Between(1, SlackLimits.ConfirmTitle, dialog.Title.Text, "The title of a question back");
        Check.Between(1, SlackLimits.ConfirmText, dialog.Text.Text, "The text of a question back");
        Check.Between(1, SlackLimits.ConfirmButton, dialog.Confirm.Text, "A button of a question back");
        Check.Between(1, SlackLimits.ConfirmButton, dialog.Deny.Text, "A button of a question back");
    }
}
