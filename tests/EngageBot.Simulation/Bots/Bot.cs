using EngageBot.Chat;
using EngageBot.Simulation.Model;

namespace EngageBot.Simulation.Bots;

/// <summary>A bot in a <see cref="World"/>: it hears what is written, takes a turn when it wants one, and counts what it says.</summary>
internal abstract class Bot
{
    /// <summary>What it said, and to how many.</summary>
    public Said Said { get; } = new();

    /// <summary>Lines of chat matter to it.</summary>
    public virtual bool HearsChat => false;

    /// <summary>When it wants a turn; null for not before something happens.</summary>
    public virtual DateTimeOffset? NextTurn => null;

    protected World World { get; private set; } = null!;

    public void Enter(World world) => World = world;

    public virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task HearAsync(MessageCreated message, Person author, CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task TakeTurnAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
