using EngageBot.Slack.Models;
using EngageBot.Slack.Validation;
using EngageBot.Transport;

namespace EngageBot.Slack.WebApi;

/// <content>Answers to commands and clicks. They are authorized by their address, which lives 30 minutes.</content>
public sealed partial class SlackWebClient
{
    /// <summary>
    /// Answers where a command was given or something clicked, up to five times.
    /// <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>.
    /// </summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes, or the address is not one of Slack's.</exception>
    public Task<SlackResult<NoContent>> RespondAsync(ResponseUrl responseUrl, ResponseMessage message, CancellationToken cancellationToken)
    {
        message.Validate();
        Check.That(SafeAddress.IsHttp(responseUrl.Reveal()), "A response url must begin with https.");
        var request = new ApiRequest("response_url")
        {
            Address = responseUrl.Reveal(),
            Body = RequestContent.Json(message, SlackJson.Default.ResponseMessage),
        };
        return SendPlainAsync(request, cancellationToken);
    }

    /// <summary>A call to an address of its own, which answers with a word or nothing where it was done.</summary>
    private async Task<SlackResult<NoContent>> SendPlainAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var outcome = await CallAsync(request, cancellationToken);
        if (Missed<NoContent>(outcome) is { } missed)
        {
            return missed;
        }

        var response = outcome.Response!;
        return response is { IsSuccess: true, Answer: null or { Error: null } }
            ? new SlackResult<NoContent>.Ok(new NoContent())
            : Refusal<NoContent>(request, response);
    }
}
