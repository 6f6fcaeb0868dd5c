using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack.Blocks;
using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>
/// Pictures under what the bot says: uploaded to the bot alone, then shown by a block of the message. Slack looks at a file for some moments before it shows it, and refuses the
/// block until then; where it refuses for good, what the picture shows is said in words.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/image-block"/>.
/// </summary>
internal static class SlackPictures
{
    /// <summary>Characters.</summary>
    private const int LongestDescription = 1_000;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <param name="say">Says it with these blocks.</param>
    public static async Task<SlackResult<T>> ShowAsync<T>(
        SlackWorld world, OutgoingMessage message, Func<IReadOnlyList<Block>, Task<SlackResult<T>>> say, CancellationToken cancellationToken)
    {
        if (message.Picture is not { } picture)
        {
            return await say(message.Buttons.Count == 0 ? [] : SlackBlocks.Of(message.Text, message.Buttons, world.Address)); // Without blocks the text shows by itself.
        }

        var description = OneLine.Of(picture.Alt, LongestDescription);
        var file = new FileProperties("picture.png", picture.Png) { AltText = description };
        switch (await world.Client.UploadFilesAsync([file], target: null, cancellationToken))
        {
            case SlackResult<IReadOnlyList<EngageBot.Slack.Models.SlackFile>>.Ok { Value: [var shown, ..] }:
                var image = new ImageBlock { SlackFile = new SlackFileReference(shown.Id), AltText = description };
                var result = await WithAsync([.. SlackBlocks.Of(message.Text, message.Buttons, world.Address), image], say, world.Clock, cancellationToken);
                return IsNotShown(result) ? await InWordsAsync(world, message, description, say) : result;
            case SlackResult<IReadOnlyList<EngageBot.Slack.Models.SlackFile>>.RateLimited limited:
                return new SlackResult<T>.RateLimited(limited.RetryAfter);
            case SlackResult<IReadOnlyList<EngageBot.Slack.Models.SlackFile>>.Unavailable or SlackResult<IReadOnlyList<EngageBot.Slack.Models.SlackFile>>.Unknown:
                return new SlackResult<T>.Unavailable("A picture could not be uploaded."); // Nothing was said, and nobody sees a file that is not shown.
            default:
                return await InWordsAsync(world, message, description, say);
        }
    }

    private static async Task<SlackResult<T>> WithAsync<T>(
        IReadOnlyList<Block> blocks, Func<IReadOnlyList<Block>, Task<SlackResult<T>>> say, TimeProvider clock, CancellationToken cancellationToken)
    {
        var result = await say(blocks);
        foreach (var wait in Waits)
        {
            if (!IsNotShown(result))
            {
                break;
            }

            await Task.Delay(wait, clock, cancellationToken);
            result = await say(blocks);
        }

        return result;
    }

    private static bool IsNotShown<T>(SlackResult<T> result) => result is SlackResult<T>.Refused { Error: SlackError.InvalidBlocks };

    private static Task<SlackResult<T>> InWordsAsync<T>(SlackWorld world, OutgoingMessage message, string description, Func<IReadOnlyList<Block>, Task<SlackResult<T>>> say) =>
        say(SlackBlocks.Of($"{message.Text}\n{description}", message.Buttons, world.Address));
}
