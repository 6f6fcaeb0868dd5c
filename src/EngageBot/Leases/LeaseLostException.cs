using System.Data.Common;

namespace EngageBot.Leases;

/// <summary>The database does not take this process's word any more: others have its work.</summary>
public sealed class LeaseLostException : DbException
{
    public LeaseLostException(string message)
        : base(message)
    {
    }

    public LeaseLostException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public LeaseLostException()
    {
    }
}
