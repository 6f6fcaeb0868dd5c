namespace EngageBot.Database;

/// <summary>Somebody's turn to write, until it ends.</summary>
/// <param name="turns">Of the file; null for one who did not want to wait any longer, on a connection of his own.</param>
internal sealed class WriterTurn(SharedWriter writer, SemaphoreSlim? turns, Statements statements)
{
    public Statements Statements => statements;

    /// <param name="isSound">Whether others may go on with the connection: not after a fault.</param>
    public async ValueTask EndAsync(bool isSound)
    {
        try
        {
            if (!isSound || turns is null)
            {
                writer.Forget(statements);
                await statements.DisposeAsync();
            }
        }
        finally
        {
            turns?.Release();
        }
    }
}
