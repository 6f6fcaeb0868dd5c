using EngageBot.Slack.Blocks;

namespace EngageBot.Slack.Validation;

/// <summary>What Slack takes as a view. <see href="https://docs.slack.dev/reference/views"/>.</summary>
internal static class ViewRules
{
    public static void Validate(ViewProperties view)
    {
        BlockRules.Validate(view.Blocks, SlackLimits.BlocksPerView);
        Check.AtMost(SlackLimits.Id, view.CallbackId, "The callback id of a view");
        Check.AtMost(SlackLimits.Id, view.ExternalId, "The external id of a view");
        Check.AtMost(SlackLimits.PrivateMetadata, view.PrivateMetadata, "What comes back with a view");
        if (view is ModalView modal)
        {
            Check.Between(1, SlackLimits.ViewTitle, modal.Title.Text, "The title of a form");
            Check.AtMost(SlackLimits.ViewTitle, modal.Submit?.Text, "A button of a form");
            Check.AtMost(SlackLimits.ViewTitle, modal.Close?.Text, "A button of a form");
            Check.That(modal.Submit is not null || !modal.Blocks.OfType<InputBlock>().Any(), "A form with fields needs a button to send it.");
        }
    }
}
