using EngageBot.Commands;
using EngageBot.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>What of a running bot the pages show and use.</summary>
/// <param name="services">Of the bot.</param>
internal sealed class DashboardEngine(IServiceProvider services)
{
    public DashboardReader Reader { get; } = services.GetRequiredService<DashboardReader>();

    public CommandRouter Router { get; } = services.GetRequiredService<CommandRouter>();
}
