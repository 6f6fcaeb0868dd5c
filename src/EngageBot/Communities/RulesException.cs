namespace EngageBot.Communities;

/// <summary>Rules that cannot be used. The message is one line for a person.</summary>
public sealed class RulesException : Exception
{
    public RulesException(string message)
        : base(message)
    {
    }

    public RulesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RulesException()
    {
    }
}
