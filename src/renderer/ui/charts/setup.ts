import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  MatrixController,
  MatrixElement,
  Tooltip,
)
// A chart tells its finding at once; moving bars would only delay it.
Chart.defaults.animation = false
Chart.defaults.maintainAspectRatio = false
Chart.defaults.font.family = "'Inter Variable', system-ui, sans-serif"
