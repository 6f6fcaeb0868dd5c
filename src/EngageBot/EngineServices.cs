using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Health;
using EngageBot.Members;
using EngageBot.Nudges;
using EngageBot.Outbox;
using EngageBot.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace EngageBot;

/// <summary>The product in a host.</summary>
public static class EngineServices
{
    extension(IServiceCollection services)
    {
        /// <summary>
        /// The product, live: whoever listens to a platform fills the <see cref="ChatEventQueue"/>. The host brings the database, its platforms
        /// (<see cref="IChatPlatform"/>) and, where it is not the system's, the clock.
        /// </summary>
        public IServiceCollection AddLiveEngine(CommunityRules rules)
        {
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton<ChatEventQueue>();
            services.TryAddSingleton<CommunitySwitch>();
            services.TryAddSingleton<WorkSignal>();
            services.TryAddSingleton(provider => new Engine(
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<DbDataSource>(),
                rules,
                isLive: true,
                isCaughtUp: IsCaughtUp([.. provider.GetServices<IChatPlatform>()])));
            services.TryAddSingleton<HealthBook>();
            services.TryAddSingleton<OutboxJournal>();
            services.TryAddSingleton(provider => new Speaker(
                provider.GetRequiredService<DbDataSource>(),
                rules,
                [.. provider.GetServices<IChatPlatform>()],
                provider.GetRequiredService<ChatEventQueue>().EnqueueAsync,
                provider.GetRequiredService<OutboxJournal>()));
            services.AddHostedService(provider => new ChatEventWorker(
                provider.GetRequiredService<ChatEventQueue>(),
                provider.GetRequiredService<Engine>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<ChatEventWorker>>())
            {
                Committed = provider.GetRequiredService<WorkSignal>().Set,
            });
            services.AddHostedService<OutboxWorker>();
            return services.AddCommands(rules);
        }

        private IServiceCollection AddCommands(CommunityRules rules)
        {
            services.TryAddSingleton<CommandRouter>();
            services.TryAddSingleton<Decide>(provider => provider.GetRequiredService<ChatEventQueue>().CommitAsync);
            return services
                .AddSingleton<ISlashCommand>(provider => new AskCommand(provider.GetRequiredService<DbDataSource>(), rules, provider.GetRequiredService<Decide>()))
                .AddSingleton<ISlashCommand, HelperCommand>()
                .AddSingleton<ISlashCommand, PauseCommand>()
                .AddSingleton<ISlashCommand, OptOutCommand>()
                .AddSingleton<ISlashCommand, OptInCommand>();
        }
    }

    /// <summary>Nothing is heard of a platform that is not configured.</summary>
    private static Func<Platform, bool> IsCaughtUp(IReadOnlyList<IChatPlatform> platforms) =>
        platform => platforms.FirstOrDefault(one => one.Platform == platform)?.IsCaughtUp ?? false;
}
