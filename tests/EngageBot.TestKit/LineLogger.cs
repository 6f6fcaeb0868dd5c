using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EngageBot.TestKit;

/// <summary>Keeps what is logged, with the exceptions in full.</summary>
public sealed class LineLogger<T> : ILogger<T>
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}".TrimEnd());
}
