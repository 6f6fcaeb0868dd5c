using System.Text.Json;

namespace EngageBot.History.Json;

/// <summary>One file in a merge, standing at one of its messages.</summary>
internal sealed class JsonCursor<TMessage>(JsonArrayFile file, JsonItems items, int order, TMessage message) : IDisposable
    where TMessage : JsonMessage
{
    public JsonArrayFile File => file;

    public TMessage Message => message;

    /// <summary>For a person: the file and the message in it.</summary>
    public string Place => $"{file.File.Label}, message {items.Number}";

    /// <summary>Where this stands in time. A message without one comes right after the one before it; of equal times the first file comes first.</summary>
    public (DateTimeOffset At, int Order) Key { get; private set; } = (file.FirstAt ?? DateTimeOffset.MinValue, order);

    /// <summary>Whether <see cref="Message"/> is read; before that <see cref="Key"/> is the time of the first message.</summary>
    public bool IsStarted { get; private set; }

    public bool IsOpen => items.IsOpen;

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        IsStarted = true;
        if (!await items.MoveNextAsync(cancellationToken))
        {
            return false;
        }

        if (!TryRead())
        {
            // The scan has seen the file whole.
            throw new HistoryException($"{Place}: changed while it was read");
        }

        Key = (message.At ?? Key.At, order);
        return true;
    }

    public void Park() => items.Park();

    public void Dispose() => items.Dispose();

    private bool TryRead()
    {
        try
        {
            items.Take(message.Read(items.Current));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
