using EngageBot.Slack.Blocks;

namespace EngageBot.Slack.Validation;

/// <summary>What Slack takes as blocks. <see href="https://docs.slack.dev/reference/block-kit/blocks"/>.</summary>
internal static class BlockRules
{
    public static void Validate(IReadOnlyList<Block> blocks, int most)
    {
        Check.Between(0, most, blocks.Count, "blocks");
        foreach (var block in blocks)
        {
            Check.AtMost(SlackLimits.Id, block.BlockId, "The id of a block");
            Validate(block);
        }

        var ids = blocks.Select(block => block.BlockId).OfType<string>().ToList();
        Check.That(ids.Distinct(StringComparer.Ordinal).Count() == ids.Count, "Two blocks have the same id.");
    }

    private static void Validate(Block block)
    {
        switch (block)
        {
            case SectionBlock section:
                Section(section);
                break;
            case HeaderBlock header:
                Check.Between(1, SlackLimits.Header, header.Text.Text, "A header");
                break;
            case ContextBlock context:
                Context(context);
                break;
            case ActionsBlock actions:
                Check.Between(1, SlackLimits.ActionsElements, actions.Elements.Count, "elements in a block of actions");
                ElementRules.Validate(actions.Elements);
                break;
            case InputBlock input:
                Check.Between(1, SlackLimits.Label, input.Label.Text, "A label");
                Check.AtMost(SlackLimits.Label, input.Hint?.Text, "A hint");
                ElementRules.Validate(input.Element);
                break;
            case ImageBlock image:
                Check.That(image.ImageUrl is null != image.SlackFile is null, "A picture has an address or is a file, and not both.");
                Picture(image.ImageUrl, image.AltText);
                Check.AtMost(SlackLimits.Label, image.Title?.Text, "The title of a picture");
                break;
        }
    }

    private static void Section(SectionBlock section)
    {
        Check.That(section.Text is not null || section.Fields is not null, "A section has neither a text nor fields.");
        if (section.Text is { } text)
        {
            Check.Between(1, SlackLimits.BlockText, text.Text, "The text of a section");
        }

        if (section.Fields is { } fields)
        {
            Check.Between(1, SlackLimits.SectionFields, fields.Count, "fields in a section");
            foreach (var field in fields)
            {
                Check.Between(1, SlackLimits.SectionField, field.Text, "A field of a section");
            }
        }

        if (section.Accessory is { } accessory)
        {
            ElementRules.Validate(accessory);
        }
    }

    private static void Context(ContextBlock context)
    {
        Check.Between(1, SlackLimits.ContextElements, context.Elements.Count, "elements in a context");
        foreach (var element in context.Elements)
        {
            switch (element)
            {
                case TextObject text:
                    Check.Between(1, SlackLimits.BlockText, text.Text, "A text in a context");
                    break;
                case ImageElement image:
                    Picture(image.ImageUrl, image.AltText);
                    break;
            }
        }
    }

    private static void Picture(string? url, string altText)
    {
        Check.AtMost(SlackLimits.Url, url, "The address of a picture");
        Check.Between(1, SlackLimits.AltText, altText, "The description of a picture");
    }
}
