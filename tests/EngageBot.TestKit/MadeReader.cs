using EngageBot.Chat;
using EngageBot.History;

namespace EngageBot.TestKit;

/// <summary>A history made in a test.</summary>
public sealed class MadeReader(IEnumerable<ChatEvent> events) : HistoryReader
{
    public override long BytesRead => 0;

    public override async IAsyncEnumerable<HistoryItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var happened in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new HistoryItem.Happened(happened);
        }

        await Task.CompletedTask;
    }
}
