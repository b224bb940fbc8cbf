"""The demo study: invented interviews, made into a study through the same doors a researcher uses."""

from workbench.demo.build import build
from workbench.demo.material import ENGLISH, NORWEGIAN, Material, data_root

__all__ = ["ENGLISH", "NORWEGIAN", "Material", "build", "data_root"]
