using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using EngageBot.Slack.WebApi.Wire;

namespace EngageBot.Slack.WebApi;

/// <content>Pages.</content>
public sealed partial class SlackWebClient
{
    /// <summary>One page after the other, to the last or to the first that is not there. A cursor that leads back to where one is ends it too.</summary>
    private static async IAsyncEnumerable<SlackResult<IReadOnlyList<T>>> FollowAsync<T>(
        Func<string?, CancellationToken, Task<SlackResult<SlackPage<T>>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        while (true)
        {
            var page = await read(cursor, cancellationToken);
            yield return page.Select(read => read.Items);
            if (page.ValueOrDefault?.NextCursor is not { Length: > 0 } next || next == cursor)
            {
                yield break;
            }

            cursor = next;
        }
    }

    private async Task<SlackResult<SlackPage<TItem>>> PageAsync<TItem, TBody>(
        ApiRequest request, JsonTypeInfo<TBody> type, Func<TBody, IReadOnlyList<TItem>> items, CancellationToken cancellationToken)
        where TBody : PageBody
    {
        var page = await SendAsync(request, type, cancellationToken);
        return page.Select(body => new SlackPage<TItem>(items(body), body.ResponseMetadata?.NextCursor));
    }
}
