namespace EngageBot.History;

/// <summary>A history cannot be read. The message is one line for a person: the file, the place in it, what is wrong.</summary>
public sealed class HistoryException : Exception
{
    public HistoryException(string message)
        : base(message)
    {
    }

    public HistoryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HistoryException()
    {
    }
}
