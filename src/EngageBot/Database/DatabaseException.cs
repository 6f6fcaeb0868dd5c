namespace EngageBot.Database;

/// <summary>The database cannot be used as it is. The message is one line that says what to do.</summary>
public sealed class DatabaseException : Exception
{
    public DatabaseException(string message)
        : base(message)
    {
    }

    public DatabaseException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public DatabaseException()
    {
    }
}
