using System.Data.Common;
using EngageBot.Database;

namespace EngageBot.Host.Storage;

/// <summary>
/// One program at a time listens and speaks with a database: two would store the same place in a shard's stream, and say things twice. The system lets go of the
/// lock when the program ends, however it ends.
/// </summary>
internal static class LiveLock
{
    /// <summary>To be disposed of when the program stops listening.</summary>
    /// <exception cref="DatabaseException">Another program has it.</exception>
    public static IDisposable? Take(DbDataSource database) => database is SqliteDataSource file ? Take(file.Path) : null;

    private static FileStream Take(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.GetType() == typeof(IOException))
        {
            throw new DatabaseException(
                $"Another EngageBot is running with the database {path}: stop that one, or give this one a database of its own (EngageBot:Database:Path).", fault);
        }
    }
}
