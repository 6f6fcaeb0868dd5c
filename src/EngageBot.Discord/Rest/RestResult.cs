using System.Diagnostics;
using System.Net;

namespace EngageBot.Discord.Rest;

/// <summary>
/// What came of a call. What a program must expect (a user takes no direct messages, a message is gone, a permission is missing) is a value; exceptions are
/// for a line that failed (<see cref="DiscordUnavailableException"/>) and a token that is wrong (<see cref="DiscordAuthenticationException"/>).
/// </summary>
/// <typeparam name="T">What the call brings.</typeparam>
public abstract record RestResult<T>
{
    private RestResult()
    {
    }

    /// <summary>True where it was done.</summary>
    public bool IsOk => this is Ok;

    /// <summary>What the call brought, or nothing.</summary>
    public T? ValueOrDefault => this is Ok ok ? ok.Value : default;

    /// <summary>What the call brought, for callers to whom anything else is a fault.</summary>
    /// <exception cref="DiscordRefusedException">It was refused, or would have had to wait too long.</exception>
    public T ValueOrThrow() => this switch
    {
        Ok ok => ok.Value,
        Refused refused => throw new DiscordRefusedException(refused.ToString(), refused.Code),
        RateLimited limited => throw new DiscordRefusedException(limited.ToString(), JsonErrorCode.General),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same outcome with something else in it.</summary>
    public RestResult<TResult> Select<TResult>(Func<T, TResult> selector) => this switch
    {
        Ok ok => new RestResult<TResult>.Ok(selector(ok.Value)),
        Refused refused => new RestResult<TResult>.Refused(refused.Code, refused.Message, refused.Status),
        RateLimited limited => new RestResult<TResult>.RateLimited(limited.RetryAfter, limited.Scope, limited.Message),
        _ => throw new UnreachableException(),
    };

    /// <summary>Done.</summary>
    public sealed record Ok(T Value) : RestResult<T>;

    /// <summary>Discord will not do it, and would not if asked again.</summary>
    /// <param name="Code">Discord's reason.</param>
    /// <param name="Message">Discord's reason in words, with the fields it is about where it names them.</param>
    /// <param name="Status">400, 403, 404 and the like.</param>
    public sealed record Refused(JsonErrorCode Code, string Message, HttpStatusCode Status) : RestResult<T>
    {
        public override string ToString() => $"Discord refused the call ({(int)Status}, code {(int)Code}): {Message}";
    }

    /// <summary>It was not done, and may be tried again after <paramref name="RetryAfter"/>: a longer wait than the client's <c>LongestWait</c>.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter, RateLimitScope Scope, string Message) : RestResult<T>
    {
        public override string ToString() => $"{Message} Next try in {RetryAfter.TotalSeconds:0.#} s.";
    }
}
