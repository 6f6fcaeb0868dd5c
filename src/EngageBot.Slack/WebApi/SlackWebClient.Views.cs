using EngageBot.Slack.Blocks;
using EngageBot.Slack.Models;
using EngageBot.Slack.Validation;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack.WebApi;

/// <content>Forms and the app's home.</content>
public sealed partial class SlackWebClient
{
    /// <summary>Opens a form, within three seconds of a command or click. <see href="https://docs.slack.dev/reference/methods/views.open"/>.</summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes.</exception>
    public Task<SlackResult<View>> OpenViewAsync(string triggerId, ModalView view, CancellationToken cancellationToken) =>
        ViewAsync("views.open", new ViewArguments(view) { TriggerId = triggerId }, isRepeatable: false, cancellationToken);

    /// <summary>Shows a user the app's home, now and until it is changed. <see href="https://docs.slack.dev/reference/methods/views.publish"/>.</summary>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes.</exception>
    public Task<SlackResult<View>> PublishViewAsync(string userId, HomeView view, CancellationToken cancellationToken) =>
        ViewAsync("views.publish", new ViewArguments(view) { UserId = userId }, isRepeatable: true, cancellationToken);

    /// <summary>Changes a form that is open. <see href="https://docs.slack.dev/reference/methods/views.update"/>.</summary>
    /// <param name="hash">That of the view as it was known, so that a change made meanwhile is not lost; none overwrites.</param>
    /// <exception cref="InvalidRequestException">Something is longer than Slack takes.</exception>
    public Task<SlackResult<View>> UpdateViewAsync(string viewId, string? hash, ModalView view, CancellationToken cancellationToken) =>
        ViewAsync("views.update", new ViewArguments(view) { ViewId = viewId, Hash = hash }, isRepeatable: hash is null, cancellationToken);

    private async Task<SlackResult<View>> ViewAsync(string method, ViewArguments arguments, bool isRepeatable, CancellationToken cancellationToken)
    {
        ViewRules.Validate(arguments.View);
        var request = new ApiRequest(method) { Body = RequestContent.Json(arguments, SlackJson.Default.ViewArguments), IsRepeatable = isRepeatable };
        return (await SendAsync(request, SlackJson.Default.ViewBody, cancellationToken)).Select(body => body.View);
    }
}
