using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EngageBot.TestKit;

/// <summary>Keeps what a program says of faults, so that a test can tell why something failed.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyList<string> All => [.. _faults];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _faults.Enqueue($"{formatter(state, exception)}: {exception}");
        }
    }

    public void Dispose()
    {
        // It holds nothing but what was said.
    }
}
